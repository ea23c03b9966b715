import type { Role } from '#shared/domain/partner/partner';
import type { DemoVendor } from '../demo-vendor';
import type { PartnerKey } from './partner-source';

/** Everyone's password in the demo. It protects nothing: all of it is invented. */
export const demoPassword = 'demo-Quote-2026';

type DemoPerson = DemoVendor['people'][number];

const person = (
  partnerId: PartnerKey | 'vendor',
  mailbox: string,
  domain: string,
  name: string,
  role: Role,
  phone: string,
): DemoPerson => ({
  id: `${partnerId}-${mailbox}`,
  partnerId,
  name,
  email: `${mailbox}@${domain}.example`,
  role,
  phone,
  password: demoPassword,
});

/** Two reps and a manager at each partner, the channel manager and the administrator at the vendor. Reps come first: they own the deals. */
export const buildPeople = (): DemoPerson[] => [
  person('brightpath', 'anna', 'brightpath', 'Anna Wiśniewska', 'rep', '+48 22 555 01 11'),
  person('brightpath', 'jan', 'brightpath', 'Jan Kaczmarek', 'rep', '+48 22 555 01 12'),
  person('brightpath', 'maria', 'brightpath', 'Maria Zawadzka', 'manager', '+48 22 555 01 10'),
  person('rheinkontor', 'lena', 'rheinkontor', 'Lena Hoffmann', 'rep', '+49 221 555 0111'),
  person('rheinkontor', 'felix', 'rheinkontor', 'Felix Neumann', 'rep', '+49 221 555 0112'),
  person('rheinkontor', 'karin', 'rheinkontor', 'Karin Schäfer', 'manager', '+49 221 555 0110'),
  person('steppe', 'aliya', 'steppe-integro', 'Алия Нурпеисова', 'rep', '+7 727 355 01 11'),
  person('steppe', 'daniyar', 'steppe-integro', 'Данияр Сулейменов', 'rep', '+7 727 355 01 12'),
  person('steppe', 'viktoria', 'steppe-integro', 'Виктория Лебедева', 'manager', '+7 727 355 01 10'),
  person('jadebridge', 'li.ruoxi', 'jadebridge', '李若溪', 'rep', '+86 21 5550 0111'),
  person('jadebridge', 'chen.hao', 'jadebridge', '陈浩', 'rep', '+86 21 5550 0112'),
  person('jadebridge', 'wang.qiming', 'jadebridge', '王启明', 'manager', '+86 21 5550 0110'),
  person('vendor', 'channel', 'halden', 'Nora Lindqvist', 'channel', '+353 1 555 0110'),
  person('vendor', 'admin', 'halden', 'Owen Gallagher', 'admin', '+353 1 555 0111'),
];
