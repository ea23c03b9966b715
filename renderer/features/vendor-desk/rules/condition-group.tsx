import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { factDefinitions, type RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { changeAt, groupModes, type ConditionGroup, type ConditionNode, type Path } from './condition-tree';
import { FactEditor } from './fact-editor';
import { emptyFact } from './fact-choices';
import classes from './rules.module.css';

interface ConditionGroupProps {
  readonly kind: RuleSetKind;
  readonly known: RuleSet['known'];
  readonly regions: readonly string[];
  readonly root: ConditionGroup;
  readonly group: ConditionGroup;
  readonly path: Path;
  readonly onChange: (root: ConditionGroup) => void;
}

/** As many groups in one another as the server takes, with room for a "not" at each. */
const deepest = 3;

/** One group: how its parts belong together, its questions, and groups inside. */
export function ConditionGroupEditor(props: ConditionGroupProps) {
  const { kind, known, regions, root, group, path, onChange } = props;
  const { t } = useTranslation('vendor-rules');
  const put = (at: Path, change: (node: ConditionNode) => ConditionNode | null) =>
    onChange(changeAt(root, at, change));
  const add = (node: ConditionNode) =>
    put(path, (self) => (self.kind === 'group' ? { ...self, of: [...self.of, node] } : self));
  const [firstFact = 'country'] = Object.keys(factDefinitions[kind]);
  return (
    <div className={classes['group']} data-depth={path.length}>
      <Group gap="xs">
        <Select
          w={210}
          size="xs"
          aria-label={t('groupMode')}
          allowDeselect={false}
          value={group.mode}
          data={groupModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={(mode) => mode && put(path, (self) => (self.kind === 'group' ? { ...self, mode } : self))}
        />
        {path.length > 0 && (
          <ActionIcon variant="subtle" aria-label={t('removeGroup')} onClick={() => put(path, () => null)}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {group.of.length === 0 && <p className={classes['quiet']}>{t(`words.empty.${group.mode}`)}</p>}
      {group.of.map((node, at) => {
        const here = [...path, at];
        // A node has no name of its own: its place is what it is.
        const key = here.join('.');
        return node.kind === 'group' ? (
          <ConditionGroupEditor key={key} {...props} group={node} path={here} />
        ) : (
          <FactEditor
            key={key}
            kind={kind}
            known={known}
            regions={regions}
            node={node}
            onChange={(next) => put(here, () => next)}
            onRemove={() => put(here, () => null)}
          />
        );
      })}
      <Group gap="xs">
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add({ kind: 'fact', negated: false, fact: emptyFact(kind, firstFact) })}
        >
          {t('addQuestion')}
        </Button>
        {path.length < deepest && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add({ kind: 'group', mode: 'any', of: [] })}
          >
            {t('addGroup')}
          </Button>
        )}
      </Group>
    </div>
  );
}
