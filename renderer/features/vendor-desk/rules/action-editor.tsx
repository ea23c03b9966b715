import { MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { registrationRefusals } from '#shared/domain/deal/registration-request';
import { parseInput } from '#shared/domain/money/parse-input';
import { tiers } from '#shared/domain/partner/partner';
import type { AcceptanceAction, RoutingAction } from '#shared/domain/rules/rule-set';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { useState } from 'react';
import { amountForEditing } from '../../../records/amount-text';
import type { AnyAction } from './rule-draft';
import classes from './rules.module.css';

interface ActionEditorProps<Action extends AnyAction> {
  readonly known: RuleSet['known'];
  readonly value: Action;
  readonly onChange: (action: AnyAction) => void;
}

const routing = {
  partners: { kind: 'partners', partnerIds: [], answerHours: 24 },
  best: { kind: 'best', near: 'region', tier: null, certifications: [], answerHours: 24 },
  keep: { kind: 'keep' },
} as const satisfies Record<string, RoutingAction>;
const acceptance = {
  accept: { kind: 'accept', percent: '5', days: 90 },
  refuse: { kind: 'refuse', reason: 'not-eligible', comment: '' },
  review: { kind: 'review' },
} as const satisfies Record<string, AcceptanceAction>;

/** What a rule does with what it matches. */
export function ActionEditor({ known, value, onChange }: ActionEditorProps<AnyAction>) {
  const { t } = useTranslation('vendor-rules');
  const templates: readonly AnyAction[] = Object.values(value.kind in routing ? routing : acceptance);
  return (
    <fieldset className={classes['condition']}>
      <legend>{t('action')}</legend>
      <div className={classes['fields']}>
        <Select
          w={280}
          label={t('what')}
          allowDeselect={false}
          value={value.kind}
          data={templates.map(({ kind }) => ({ value: kind, label: t(`actionOf.${kind}`) }))}
          onChange={(kind) => {
            const template = templates.find((each) => each.kind === kind);
            if (template && template.kind !== value.kind) onChange(template);
          }}
        />
        {value.kind === 'partners' && <Partners known={known} value={value} onChange={onChange} />}
        {value.kind === 'best' && <Best known={known} value={value} onChange={onChange} />}
        {(value.kind === 'partners' || value.kind === 'best') && (
          <NumberInput
            w={150}
            label={t('answerHours')}
            min={1}
            max={720}
            allowDecimal={false}
            value={value.answerHours}
            onChange={(hours) => onChange({ ...value, answerHours: Number(hours) })}
          />
        )}
        {value.kind === 'accept' && <Accept known={known} value={value} onChange={onChange} />}
        {value.kind === 'refuse' && <Refuse known={known} value={value} onChange={onChange} />}
      </div>
    </fieldset>
  );
}

type Of<K extends AnyAction['kind']> = ActionEditorProps<Extract<AnyAction, { readonly kind: K }>>;

function Partners({ known, value, onChange }: Of<'partners'>) {
  const { t } = useTranslation('vendor-rules');
  return (
    <MultiSelect
      className={classes['values'] ?? ''}
      label={t('partnersInOrder')}
      searchable
      hidePickedOptions
      value={[...value.partnerIds]}
      data={[
        ...known.partners.map(({ id, name }) => ({ value: id, label: name })),
        ...value.partnerIds
          .filter((id) => !known.partners.some((each) => each.id === id))
          .map((id) => ({ value: id, label: id })),
      ]}
      onChange={(partnerIds) => onChange({ ...value, partnerIds })}
    />
  );
}

function Best({ known, value, onChange }: Of<'best'>) {
  const { t } = useTranslation(['vendor-rules', 'catalog']);
  return (
    <>
      <Select
        w={190}
        label={t('where')}
        allowDeselect={false}
        value={value.near}
        data={(['region', 'country', 'anywhere'] as const).map((near) => ({
          value: near,
          label: t(`near.${near}`),
        }))}
        onChange={(near) => near && onChange({ ...value, near })}
      />
      <Select
        w={170}
        label={t('tierFrom')}
        placeholder={t('anyTier')}
        clearable
        value={value.tier}
        data={tiers.map((tier) => ({ value: tier, label: t(`catalog:tier.${tier}`) }))}
        onChange={(tier) => onChange({ ...value, tier })}
      />
      <TagsInput
        className={classes['values'] ?? ''}
        label={t('certifications')}
        value={[...value.certifications]}
        data={[...known.certifications]}
        onChange={(certifications) => onChange({ ...value, certifications })}
      />
    </>
  );
}

function Accept({ value, onChange }: Of<'accept'>) {
  const { t, i18n } = useTranslation('vendor-rules');
  const [typed, setTyped] = useState(() => amountForEditing(value.percent, i18n.language));
  return (
    <>
      <TextInput
        w={130}
        label={t('percent')}
        rightSection="%"
        value={typed}
        error={value.percent === '' && t('figureProblem')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const read = parseInput(text, 'percent', i18n.language);
          onChange({ ...value, percent: read.ok ? read.value : '' });
        }}
      />
      <NumberInput
        w={150}
        label={t('days')}
        min={1}
        max={730}
        allowDecimal={false}
        value={value.days}
        onChange={(days) => onChange({ ...value, days: Number(days) })}
      />
    </>
  );
}

function Refuse({ value, onChange }: Of<'refuse'>) {
  const { t } = useTranslation(['vendor-rules', 'registrations']);
  return (
    <>
      <Select
        w={320}
        label={t('reason')}
        allowDeselect={false}
        value={value.reason}
        data={registrationRefusals.map((reason) => ({
          value: reason,
          label: t(`registrations:refusal.${reason}`),
        }))}
        onChange={(reason) => reason && onChange({ ...value, reason })}
      />
      <Textarea
        className={classes['values'] ?? ''}
        label={t('comment')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2_000}
        value={value.comment}
        onChange={(event) => onChange({ ...value, comment: event.currentTarget.value })}
      />
    </>
  );
}
