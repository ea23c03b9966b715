import { Button, Checkbox, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../client/hooks';
import { useSave } from '../../records/use-save';
import { DataTable } from '../../ui/data-table';
import { Section, SectionEmpty } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useUndo } from '../../ui/use-undo';
import { reassignedTypes, useReassignable, type ReassignedType } from './use-reassignable';
import classes from './team.module.css';

/** How many records go in one piece of work. */
const atOnce = 500;

/** Gives records of one person to another, many at once, and takes it back when asked. */
export function ReassignSection() {
  const { t } = useTranslation('team');
  const people = useRecords('person') ?? [];
  const save = useSave();
  const undoable = useUndo();
  const { busy, run } = useOneAtATime();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [type, setType] = useState<ReassignedType>('opportunity');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = useReassignable(type, from);
  const selected = rows.filter(({ id }) => chosen.has(id));
  const choices = people
    .filter(({ role }) => role === 'rep' || role === 'manager')
    .map(({ id, name }) => ({ value: id, label: name }));
  const give = async (ids: readonly string[], toUserId: string): Promise<boolean> => {
    for (let at = 0; at < ids.length; at += atOnce) {
      const items = ids.slice(at, at + atOnce).map((id) => ({ type, id }));
      if (!(await save('reassign', { items, toUserId }))) return false;
    }
    return true;
  };
  const submit = async () => {
    if (from === null || to === null || selected.length === 0) return;
    const ids = selected.map(({ id }) => id);
    const name = people.find(({ id }) => id === to)?.name ?? '';
    const given = await undoable(give(ids, to), {
      text: t('reassign.given', { count: ids.length, name }),
      undo: () => give(ids, from),
    });
    // What was ticked meanwhile stays ticked.
    if (given) setChosen((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const reset = () => setChosen(new Set());
  return (
    <Section title={t('reassign.title')}>
      <div className={classes['reassign']}>
        <Select
          label={t('reassign.from')}
          value={from}
          data={choices}
          onChange={(value) => {
            setFrom(value);
            reset();
          }}
        />
        <Select
          label={t('reassign.kind')}
          value={type}
          allowDeselect={false}
          data={reassignedTypes.map((value) => ({ value, label: t(`reassign.types.${value}`) }))}
          onChange={(value: ReassignedType | null) => {
            if (value) setType(value);
            reset();
          }}
        />
        <Select
          label={t('reassign.to')}
          value={to}
          data={choices.filter(({ value }) => value !== from)}
          onChange={setTo}
        />
        <Button
          rightSection={<IconArrowRight size={15} aria-hidden />}
          disabled={to === null || selected.length === 0}
          loading={busy}
          onClick={() => void run(submit)}
        >
          {t('reassign.give', { count: selected.length })}
        </Button>
      </div>
      {from === null && <SectionEmpty>{t('reassign.choose')}</SectionEmpty>}
      {from !== null && rows.length === 0 && <SectionEmpty>{t('reassign.nothing')}</SectionEmpty>}
      {rows.length > 0 && (
        <>
          <Checkbox
            className={classes['all'] ?? ''}
            label={t('reassign.all')}
            checked={selected.length === rows.length}
            indeterminate={selected.length > 0 && selected.length < rows.length}
            onChange={(event) =>
              setChosen(new Set(event.currentTarget.checked ? rows.map(({ id }) => id) : []))
            }
          />
          <div className={classes['table']}>
            <DataTable
              label={t('reassign.title')}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }, by) => by === 'keyboard' && toggle(id, !chosen.has(id))}
              columns={[
                {
                  key: 'select',
                  title: '',
                  width: 44,
                  render: ({ id, name }) => (
                    <Checkbox
                      aria-label={t('reassign.select', { name })}
                      checked={chosen.has(id)}
                      onChange={(event) => toggle(id, event.currentTarget.checked)}
                    />
                  ),
                },
                {
                  key: 'name',
                  title: t('reassign.name'),
                  width: 'minmax(220px, 2fr)',
                  render: ({ name }) => <span title={name}>{name}</span>,
                  sortValue: ({ name }) => name,
                },
                {
                  key: 'customer',
                  title: t('customer'),
                  width: 'minmax(160px, 1fr)',
                  render: ({ customer }) => <span title={customer}>{customer}</span>,
                  sortValue: ({ customer }) => customer || null,
                },
                {
                  key: 'state',
                  title: t('reassign.state'),
                  width: 170,
                  render: ({ state }) => state,
                  sortValue: ({ state }) => state,
                },
              ]}
            />
          </div>
        </>
      )}
    </Section>
  );
}
