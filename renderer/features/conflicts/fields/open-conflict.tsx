import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import { useClient } from '../../../client/client-context';
import { partiesOf } from '../../../records/conflicts/conflict-parties';
import { useConflictWords } from '../../../records/conflicts/use-conflict-words';
import { useSave } from '../../../records/use-save';
import { useFormats } from '../../../ui/formats';
import { useRemembered } from '../../../ui/use-remembered';
import classes from '../conflicts.module.css';
import { FieldChoices } from './field-choices';
import { allOf, tookOf, type Took } from './took';

/** What both wrote, field by field, and which of them is to count. Until somebody chooses, what came first stands. */
export function OpenConflict({
  conflict,
  record,
}: {
  readonly conflict: EditConflict;
  /** null: it is not on this device any more. */
  readonly record: object | null;
}) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const { userId } = useClient().session;
  const words = useConflictWords();
  const save = useSave();
  // A choice half made survives leaving the screen.
  const [chosen, setChosen] = useRemembered<Readonly<Record<number, Took>>>(`conflict:${conflict.id}`, {});
  const parties = partiesOf(conflict, userId);
  const { id, recordType, recordId, both, otherAt } = conflict;
  const allLabel = (side: Took): string => {
    const person = side === 'kept' ? conflict.keptBy : conflict.otherBy;
    if (parties.kind === 'both-mine' || parties.kind === 'same') return t(`all.${side}`);
    return person === userId ? t('all.mine') : t('all.of', { name: words.person(person) });
  };
  const use = () => void save('settleConflict', { id, recordType, recordId, took: tookOf(conflict, chosen) });
  return (
    <>
      <p className={classes['lead']}>
        <strong>{words.summary(conflict)}</strong>
        <br />
        {t('lead', { name: words.person(conflict.otherBy), when: formats.instant(otherAt) })}
      </p>
      <FieldChoices
        conflict={conflict}
        record={record}
        chosen={chosen}
        onChoose={(at, took) => setChosen((before) => ({ ...before, [at]: took }))}
      />
      <div className={classes['actions']}>
        {both.length > 1 && (
          <Button.Group>
            {(['kept', 'other'] as const).map((side) => (
              <Button key={side} variant="default" onClick={() => setChosen(allOf(conflict, side))}>
                {allLabel(side)}
              </Button>
            ))}
          </Button.Group>
        )}
        <Button disabled={record === null} onClick={use}>
          {t('use')}
        </Button>
      </div>
      <p className={classes['quiet']}>{record === null ? t('goneText') : t('safe')}</p>
    </>
  );
}
