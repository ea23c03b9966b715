import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import { useConflictWords } from '../../../records/conflicts/use-conflict-words';
import { useFormats } from '../../../ui/formats';
import classes from '../conflicts.module.css';

/** What was chosen, by whom and when; both values stay readable. Also shown when a colleague chose while this was open here. */
export function SettledConflict({
  conflict,
  back,
}: {
  readonly conflict: EditConflict;
  readonly back: string | null;
}) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const words = useConflictWords();
  const { settled, both, keptBy, otherBy } = conflict;
  return (
    <>
      <output className={classes['done']}>
        <IconCheck size={18} stroke={1.8} aria-hidden />
        <span>
          <strong>{t('settled')}</strong>{' '}
          {settled && t('settledBy', { name: words.person(settled.by), when: formats.instant(settled.at) })}
        </span>
        {back && (
          <Button component={Link} to={back} variant="default">
            {t('back')}
          </Button>
        )}
      </output>
      <div className={classes['scroller']}>
        <table className={classes['fields']} aria-label={t('fields')}>
          <thead>
            <tr>
              <th scope="col">{t('column.field')}</th>
              <th scope="col">{t('column.before')}</th>
              <th scope="col">{t('column.first', { name: words.person(keptBy) })}</th>
              <th scope="col">{t('column.other', { name: words.person(otherBy) })}</th>
            </tr>
          </thead>
          <tbody>
            {both.map((one, at) => (
              <tr key={one.fields.join()}>
                <th scope="row">{words.field(one)}</th>
                <td className={classes['before']}>{words.value(one, one.base)}</td>
                {(['kept', 'other'] as const).map((side) => {
                  const taken = settled?.took[at] === side;
                  return (
                    <td key={side} data-chosen={taken || undefined}>
                      {words.value(one, one[side])}
                      {taken && <span className={classes['taken']}> · {t('taken')}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
