import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconGripVertical,
  IconInfoCircle,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { ActionEditor } from './action-editor';
import { ConditionEditor } from './condition-editor';
import type { AnyRule } from './rule-draft';
import classes from './rules.module.css';
import { useActionWords } from './use-action-words';
import { useConditionWords } from './use-condition-words';

interface RuleCardProps {
  readonly rule: AnyRule;
  readonly at: number;
  readonly last: boolean;
  readonly kind: RuleSetKind;
  readonly known: RuleSet['known'];
  readonly regions: readonly string[];
  readonly ruleName: (id: string) => string;
  readonly problems: readonly RuleProblem[];
  readonly unfinished: boolean;
  readonly opened: boolean;
  readonly onToggle: () => void;
  /** Up is negative. */
  readonly onMove: (by: number) => void;
  readonly onChange: (rule: AnyRule) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** One rule in words; opened, its name, condition and action can be changed. */
export function RuleCard(props: RuleCardProps) {
  const { rule, at, last, kind, known, problems, unfinished, opened } = props;
  const { t } = useTranslation('vendor-rules');
  const words = useConditionWords(known.partners);
  const action = useActionWords(known.partners);
  const drag = useDraggable({ id: rule.id });
  const drop = useDroppable({ id: rule.id });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const { name } = rule;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and an arrow move the rule from any of its buttons
    <li
      ref={(element) => {
        drag.setNodeRef(element);
        drop.setNodeRef(element);
      }}
      className={classes['card']}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      style={drag.transform ? { transform: `translateY(${drag.transform.y}px)`, zIndex: 2 } : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes['head']}>
        <span
          className={classes['grip']}
          aria-hidden
          onPointerDown={(event) => drag.listeners?.['onPointerDown']?.(event)}
        >
          <IconGripVertical size={16} />
        </span>
        <span className={classes['place']}>{at + 1}</span>
        <div className={classes['summary']}>
          <h2 className={classes['name']}>{name || t('unnamed')}</h2>
          <p className={classes['words']}>
            <span className={classes['if']}>{t('if')}</span> {words.all(rule.when)}
          </p>
          <p className={classes['words']}>
            <span className={classes['if']}>{t('then')}</span> {action(rule.action)}
          </p>
        </div>
        <div className={classes['tools']}>
          <ActionIcon
            variant="subtle"
            disabled={at === 0}
            aria-label={t('moveUp', { name })}
            onClick={() => props.onMove(-1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            disabled={last}
            aria-label={t('moveDown', { name })}
            onClick={() => props.onMove(1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('copy', { name })} onClick={props.onCopy}>
            <IconCopy size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('remove', { name })} onClick={props.onRemove}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-expanded={opened}
            aria-label={t(opened ? 'closeRule' : 'editRule', { name })}
            onClick={props.onToggle}
          >
            {t(opened ? 'close' : 'edit')}
          </Button>
        </div>
      </div>
      {unfinished && (
        <p className={classes['problem']} data-severity="warning">
          <IconAlertTriangle size={14} aria-hidden /> {t('unfinished')}
        </p>
      )}
      {problems.map(({ problem, value, severity }) => (
        <p key={`${problem} ${value}`} className={classes['problem']} data-severity={severity}>
          {severity === 'warning' ? (
            <IconAlertTriangle size={14} aria-hidden />
          ) : (
            <IconInfoCircle size={14} aria-hidden />
          )}{' '}
          {t(`problem.${problem}`, { value: problem === 'unreachable' ? props.ruleName(value) : value })}
        </p>
      ))}
      {opened && (
        <div className={classes['body']}>
          <TextInput
            label={t('name')}
            required
            maxLength={200}
            value={name}
            onChange={(event) => props.onChange({ ...rule, name: event.currentTarget.value })}
          />
          <ConditionEditor
            kind={kind}
            known={known}
            regions={props.regions}
            value={rule.when}
            onChange={(when) => props.onChange({ ...rule, when })}
          />
          <ActionEditor
            known={known}
            value={rule.action}
            onChange={(next) => props.onChange({ ...rule, action: next })}
          />
        </div>
      )}
    </li>
  );
}
