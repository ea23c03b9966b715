import type { RecordOf, RecordType } from '#shared/domain/records';

type Names = (type: RecordType, id: string) => string | undefined;

/** How people call a record. */
export function nameOfRecord(type: RecordType, record: unknown): string | undefined {
  switch (type) {
    case 'quote':
      return (record as RecordOf<'quote'>).number;
    case 'order':
    case 'approval':
    case 'specialBid':
      return (record as RecordOf<'order' | 'approval' | 'specialBid'>).quoteNumber;
    case 'account':
    case 'contact':
    case 'opportunity':
    case 'partner':
    case 'person':
    case 'agreement':
      return (record as { readonly name: string }).name;
    case 'lead':
      return (record as RecordOf<'lead'>).company.name;
    case 'activity':
      return (record as RecordOf<'activity'>).subject;
    default:
      return undefined;
  }
}

/**
 * What a piece of work is about: the name of the first record it touches, else the name, number or subject in its arguments (the record may
 * have been refused with it), else nothing.
 */
export function workSubject(
  work: { readonly touches: readonly string[]; readonly args: unknown },
  names: Names,
): string {
  for (const key of work.touches) {
    const [type, ...id] = key.split(':');
    const name = names(type as RecordType, id.join(':'));
    if (name !== undefined) return name;
  }
  const { name, number, subject } = (work.args ?? {}) as Readonly<Record<string, unknown>>;
  return [name, number, subject].find((text) => typeof text === 'string') ?? '';
}
