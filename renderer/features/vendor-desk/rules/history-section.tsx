import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSetContent, RuleSetVersion } from '#shared/domain/rules/rule-set';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { compareRules, type ComparedRule } from './rule-draft';
import classes from './rules.module.css';
import { useActionWords } from './use-action-words';
import { useConditionWords } from './use-condition-words';

interface HistorySectionProps {
  readonly ruleSet: RuleSet;
  /** What is being edited; null: nothing. */
  readonly draft: RuleSetContent | null;
  readonly onRestore: (version: RuleSetVersion) => void;
}

/** Every version with who made it and why; two of them side by side; any of them to begin with again. */
export function HistorySection({ ruleSet, draft, onRestore }: HistorySectionProps) {
  const { t } = useTranslation('vendor-rules');
  const formats = useFormats();
  const { versions, active } = ruleSet;
  const [compared, setCompared] = useState<number | null>(null);
  const before = versions.find(({ version }) => version === compared);
  const after = draft ?? versions[0]?.content;
  return (
    <Section title={t('history.title')} count={versions.length}>
      <PlainTable
        label={t('history.title')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            title: t('history.version'),
            width: '150px',
            render: ({ version }) =>
              version === active ? t('history.active', { version }) : formats.number(version),
          },
          {
            key: 'at',
            title: t('history.from'),
            width: '170px',
            render: ({ activeFrom }) => formats.instant(activeFrom),
          },
          { key: 'by', title: t('history.by'), width: '150px', render: ({ by }) => by },
          { key: 'note', title: t('history.note'), render: ({ note }) => note },
          {
            key: 'actions',
            title: t('history.actions'),
            hideTitle: true,
            width: '230px',
            align: 'right',
            render: (version) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <Button
                  variant="subtle"
                  size="xs"
                  aria-pressed={compared === version.version}
                  onClick={() => setCompared((was) => (was === version.version ? null : version.version))}
                >
                  {t('history.compare')}
                </Button>
                <Button variant="subtle" size="xs" onClick={() => onRestore(version)}>
                  {t('history.restore')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
      {before && after && (
        <Comparison
          title={
            draft
              ? t('history.withDraft', { version: before.version })
              : t('history.withNewest', { version: before.version })
          }
          rules={compareRules(before.content, after).filter(({ change }) => change !== 'same')}
          partners={ruleSet.known.partners}
        />
      )}
    </Section>
  );
}

interface ComparisonProps {
  readonly title: string;
  readonly rules: readonly ComparedRule[];
  readonly partners: RuleSet['known']['partners'];
}

function Comparison({ title, rules, partners }: ComparisonProps) {
  const { t } = useTranslation('vendor-rules');
  const words = useConditionWords(partners);
  const action = useActionWords(partners);
  const said = (entry: ComparedRule['before']) =>
    entry && (
      <>
        <strong>
          {entry.at + 1}. {entry.rule.name}
        </strong>
        <div>
          {t('if')} {words.all(entry.rule.when)}
        </div>
        <div>
          {t('then')} {action(entry.rule.action)}
        </div>
      </>
    );
  return (
    <>
      <h3 className={classes['name']}>{title}</h3>
      {rules.length === 0 ? (
        <p className={classes['quiet']}>{t('history.noDifference')}</p>
      ) : (
        <PlainTable
          label={title}
          rows={rules}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'change',
              title: t('history.change'),
              width: '120px',
              render: ({ change }) => t(`history.changeOf.${change}`),
            },
            { key: 'before', title: t('history.before'), render: ({ before }) => said(before) },
            { key: 'after', title: t('history.after'), render: ({ after }) => said(after) },
          ]}
        />
      )}
    </>
  );
}
