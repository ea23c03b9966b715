import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { maxAppeals, type RegistrationRequest } from '#shared/domain/deal/registration-request';
import { DecisionList } from '../../ui/decision-list';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import { useRegistrationCommands } from './commands';
import { GiveUp } from './give-up';

/** The ways on after a refusal: put it right, object, or give it up. */
export function RefusedDecisions({
  request,
  onCorrect,
}: {
  readonly request: RegistrationRequest;
  readonly onCorrect: () => void;
}) {
  const { t } = useTranslation('registrations');
  const { withdraw } = useRegistrationCommands();
  const [appealing, setAppealing] = useState(false);
  const canAppeal = request.appeals.length < maxAppeals;
  return (
    <DecisionList
      label={t('decide.title')}
      decisions={[
        {
          key: 'correct',
          title: t('decide.correct'),
          text: t('decide.correctText'),
          action: <Button onClick={onCorrect}>{t('decide.correctAction')}</Button>,
        },
        {
          key: 'appeal',
          title: t('decide.appeal'),
          text: canAppeal ? t('decide.appealText') : t('decide.appealNoMore', { count: maxAppeals }),
          action: (
            <Button
              variant="default"
              disabled={!canAppeal}
              aria-expanded={appealing}
              onClick={() => setAppealing((before) => !before)}
            >
              {t('decide.appealAction')}
            </Button>
          ),
          more: appealing && <Appeal request={request} />,
        },
        ...(request.opportunityId === null
          ? []
          : [
              {
                key: 'open',
                title: t('decide.open'),
                text: t('decide.openText'),
                action: (
                  <Button component={Link} to={`/opportunities/${request.opportunityId}`} variant="default">
                    {t('decide.openAction')}
                  </Button>
                ),
              },
            ]),
        {
          key: 'give-up',
          title: t('decide.giveUp'),
          text: t('decide.giveUpText'),
          action: <GiveUp onGiveUp={() => void withdraw(request)} />,
        },
      ]}
    />
  );
}

function Appeal({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const { appeal } = useRegistrationCommands();
  const { busy, run } = useOneAtATime();
  const [text, setText] = useRemembered(`draft:appeal:${request.id}`, '');
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setMissing(true);
    if (await appeal(request, text.trim())) setText('');
  };
  return (
    <>
      <Textarea
        inert={busy}
        label={t('decide.appealLabel')}
        value={text}
        error={missing && t('decide.appealMissing')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        data-autofocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <Group mt="xs">
        <Button loading={busy} onClick={() => void run(send)}>
          {t('decide.appealSend')}
        </Button>
      </Group>
    </>
  );
}
