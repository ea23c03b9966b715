import type { ReactNode } from 'react';
import type { IconComponent } from './icon';
import classes from './state-badge.module.css';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

interface StateBadgeProps {
  readonly tone: Tone;
  readonly icon: IconComponent;
  readonly label: ReactNode;
}

/** A state in a word, an icon and a colour: never colour alone. */
export function StateBadge({ tone, icon: Icon, label }: StateBadgeProps) {
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Icon size={13} stroke={2} aria-hidden />
      <span className={classes['label']}>{label}</span>
    </span>
  );
}
