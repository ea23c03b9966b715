import { useTranslation } from 'react-i18next';
import type { Condition } from '#shared/domain/rules/condition';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { ConditionGroupEditor } from './condition-group';
import { toCondition, toTree } from './condition-tree';
import classes from './rules.module.css';

interface ConditionEditorProps {
  readonly kind: RuleSetKind;
  readonly known: RuleSet['known'];
  /** The rule set's own, as they are now. */
  readonly regions: readonly string[];
  readonly value: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** When a rule applies: questions about facts in groups, each with the picker that fits it. */
export function ConditionEditor({ kind, known, regions, value, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('vendor-rules');
  const tree = toTree(value);
  return (
    <fieldset className={classes['condition']}>
      <legend>{t('condition')}</legend>
      <ConditionGroupEditor
        kind={kind}
        known={known}
        regions={regions}
        root={tree}
        group={tree}
        path={[]}
        onChange={(root) => onChange(toCondition(root))}
      />
    </fieldset>
  );
}
