import { Button, NumberInput, Select, Switch, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/lib/result';
import type { VendorLeadFile } from '#shared/protocol/vendor-lead';
import { DecisionList } from '../../../ui/decision-list';
import { useFormats } from '../../../ui/formats';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import type { DeskProblem, Fetch } from '../desk-request';
import { useRuleNames } from '../rules/use-rule-names';
import { useToldDecision } from '../use-told-decision';
import { sendClose, sendOffer, sendRoute, sendTakeBack } from './desk-leads-api';
import classes from './desk-leads.module.css';

interface LeadDecisionsProps {
  readonly lead: VendorLeadFile;
  readonly refresh: () => Promise<void>;
}

type Open = 'offer' | 'take-back' | 'close' | null;
const viaFetch: Fetch = (path, init) => fetch(path, init);

/** What the vendor can do with a lead by hand: ask the rules, offer it to somebody, take it back, give it up. */
export function LeadDecisions({ lead, refresh }: LeadDecisionsProps) {
  const { t } = useTranslation('vendor-leads');
  const tell = useToldDecision();
  const [open, setOpen] = useState<Open>(null);
  const { busy, run: once } = useOneAtATime();
  const [comment, setComment] = useRemembered(`draft:vendor-lead:${lead.id}`, '');
  const what = lead.company.name;
  const run = (send: () => Promise<Result<VendorLeadFile, DeskProblem>>, done: string): Promise<void> =>
    once(async () => {
      if (await tell(what, send(), () => done)) {
        setOpen(null);
        setComment('');
      }
      await refresh();
    });
  const toggle = (which: Exclude<Open, null>, label: string) => (
    <Button
      variant="default"
      aria-expanded={open === which}
      onClick={() => setOpen((before) => (before === which ? null : which))}
    >
      {label}
    </Button>
  );
  const words = (
    <Textarea
      className={classes['wide'] ?? ''}
      inert={busy}
      label={t('decide.comment')}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={2_000}
      value={comment}
      onChange={(event) => setComment(event.currentTarget.value)}
    />
  );
  const waiting = lead.state === 'waiting';
  return (
    <Section title={t('decide.title')}>
      <DecisionList
        label={t('decide.title')}
        decisions={
          waiting
            ? [
                {
                  key: 'offer',
                  title: t('decide.offer'),
                  text: t('decide.offerText'),
                  action: toggle('offer', t('decide.offerAction')),
                  more: open === 'offer' && (
                    <OfferForm
                      busy={busy}
                      onOffer={(offer, name) =>
                        void run(
                          () => sendOffer(viaFetch, lead.id, offer),
                          t('decide.offered', { what, name }),
                        )
                      }
                    />
                  ),
                },
                {
                  key: 'route',
                  title: t('decide.route'),
                  text: t('decide.routeText'),
                  action: (
                    <Button
                      variant="default"
                      loading={busy}
                      onClick={() =>
                        void run(() => sendRoute(viaFetch, lead.id), t('decide.routed', { what }))
                      }
                    >
                      {t('decide.routeAction')}
                    </Button>
                  ),
                },
                {
                  key: 'close',
                  title: t('decide.close'),
                  text: t('decide.closeText'),
                  action: toggle('close', t('decide.closeAction')),
                  more: open === 'close' && (
                    <div className={classes['form']}>
                      {words}
                      <Button
                        loading={busy}
                        onClick={() =>
                          void run(
                            () => sendClose(viaFetch, lead.id, comment.trim()),
                            t('decide.closed', { what }),
                          )
                        }
                      >
                        {t('decide.closeAction')}
                      </Button>
                    </div>
                  ),
                },
              ]
            : [
                {
                  key: 'take-back',
                  title: t('decide.takeBack'),
                  text: t('decide.takeBackText'),
                  action: toggle('take-back', t('decide.takeBackAction')),
                  more: open === 'take-back' && (
                    <TakeBackForm
                      words={words}
                      busy={busy}
                      onTakeBack={(routeAgain) =>
                        void run(
                          () => sendTakeBack(viaFetch, lead.id, { comment: comment.trim(), routeAgain }),
                          t('decide.takenBack', { what }),
                        )
                      }
                    />
                  ),
                },
              ]
        }
      />
    </Section>
  );
}

interface OfferFormProps {
  readonly busy: boolean;
  readonly onOffer: (
    offer: { readonly partnerId: string; readonly answerHours: number },
    name: string,
  ) => void;
}

function OfferForm({ busy, onOffer }: OfferFormProps) {
  const { t } = useTranslation('vendor-leads');
  const { compare } = useFormats();
  const { partners } = useRuleNames();
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [hours, setHours] = useState<number | string>(24);
  const valid = typeof hours === 'number' && Number.isInteger(hours) && hours >= 1 && hours <= 720;
  return (
    <div className={classes['form']}>
      <div className={classes['fields']}>
        <Select
          w={280}
          label={t('partner')}
          placeholder={t('decide.choosePartner')}
          searchable
          value={partnerId}
          data={partners
            .map(({ id, name }) => ({ value: id, label: name }))
            .sort((a, b) => compare(a.label, b.label))}
          onChange={setPartnerId}
        />
        <NumberInput
          w={170}
          label={t('decide.hours')}
          min={1}
          max={720}
          allowDecimal={false}
          value={hours}
          error={!valid && t('decide.hoursProblem')}
          onChange={setHours}
        />
      </div>
      <Button
        loading={busy}
        disabled={partnerId === null || !valid}
        onClick={() => {
          if (partnerId === null || !valid) return;
          onOffer({ partnerId, answerHours: hours }, partners.find(({ id }) => id === partnerId)?.name ?? '');
        }}
      >
        {t('decide.offerAction')}
      </Button>
    </div>
  );
}

interface TakeBackFormProps {
  readonly words: ReactNode;
  readonly busy: boolean;
  readonly onTakeBack: (routeAgain: boolean) => void;
}

function TakeBackForm({ words, busy, onTakeBack }: TakeBackFormProps) {
  const { t } = useTranslation('vendor-leads');
  const [routeAgain, setRouteAgain] = useState(true);
  return (
    <div className={classes['form']}>
      {words}
      <Switch
        label={t('decide.routeAgain')}
        checked={routeAgain}
        onChange={(event) => setRouteAgain(event.currentTarget.checked)}
      />
      <Button loading={busy} onClick={() => onTakeBack(routeAgain)}>
        {t('decide.takeBackAction')}
      </Button>
    </div>
  );
}
