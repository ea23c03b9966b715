import { DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { newId } from '#shared/lib/ids';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { EmptyState } from '../../../ui/empty-state';
import { useUndo } from '../../../ui/use-undo';
import { RuleCard } from './rule-card';
import { moved, withRules, type AnyRule } from './rule-draft';
import classes from './rules.module.css';

interface RuleListProps {
  readonly content: RuleSetContent;
  readonly known: RuleSet['known'];
  /** null: not checked yet. */
  readonly problems: readonly RuleProblem[] | null;
  readonly unfinished: ReadonlySet<number>;
  readonly onChange: (content: RuleSetContent) => void;
}

/** The rules in their order: the first whose condition holds decides. Moved by dragging, by buttons or by Alt and the arrows. */
export function RuleList({ content, known, problems, unfinished, onChange }: RuleListProps) {
  const { t } = useTranslation('vendor-rules');
  const undoable = useUndo();
  const [open, setOpen] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const rules: readonly AnyRule[] = content.rules;
  const put = (next: readonly AnyRule[]) => onChange(withRules(content, next));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = rules.findIndex(({ id }) => id === active.id);
    const to = rules.findIndex(({ id }) => id === over?.id);
    if (from !== -1 && to !== -1 && from !== to) put(moved(rules, from, to));
  };
  if (rules.length === 0) {
    return <EmptyState icon={IconRoute} title={t('empty.title')} text={t('empty.text')} />;
  }
  return (
    <DndContext sensors={sensors} onDragEnd={onDragEnd}>
      <ol className={classes['list']} aria-label={t('title')}>
        {rules.map((rule, at) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            at={at}
            last={at === rules.length - 1}
            kind={content.kind}
            known={known}
            regions={content.kind === 'lead-routing' ? content.regions.map(({ name }) => name) : []}
            ruleName={(id) => rules.find((each) => each.id === id)?.name ?? id}
            problems={problems?.filter(({ ruleId }) => ruleId === rule.id) ?? []}
            unfinished={unfinished.has(at)}
            opened={open === rule.id}
            onToggle={() => setOpen((before) => (before === rule.id ? null : rule.id))}
            onMove={(by) => put(moved(rules, at, at + by))}
            onChange={(next) => put(rules.map((each) => (each.id === rule.id ? next : each)))}
            onCopy={() => {
              const copy = { ...rule, id: newId(), name: t('copyOf', { name: rule.name }).slice(0, 200) };
              put([...rules.slice(0, at + 1), copy, ...rules.slice(at + 1)]);
            }}
            onRemove={() => {
              put(rules.filter(({ id }) => id !== rule.id));
              void undoable(Promise.resolve(true), {
                text: t('removed', { name: rule.name }),
                undo: async () => put(rules),
              });
            }}
          />
        ))}
      </ol>
    </DndContext>
  );
}
