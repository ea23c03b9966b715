import { IconChecklist, IconMail, IconNote, IconPhone, IconUsers } from '@tabler/icons-react';
import type { ActivityKind } from '#shared/domain/deal/activity';
import type { IconComponent } from '../../ui/icon';

export const activityIcons: Readonly<Record<ActivityKind, IconComponent>> = {
  call: IconPhone,
  meeting: IconUsers,
  email: IconMail,
  note: IconNote,
  task: IconChecklist,
};
