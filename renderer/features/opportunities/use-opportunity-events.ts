import {
  IconArrowRight,
  IconFileDollar,
  IconMessage,
  IconShieldCheck,
  IconSquareCheck,
  IconTargetArrow,
} from '@tabler/icons-react';
import { createElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import { useRecords, useRecordsAbout } from '../../client/hooks';
import { contentLanguage } from '../../i18n/content-language';
import type { TimelineEvent } from '../../records/activities/activities';
import { useSalesPath } from '../../records/sales-path/use-sales-path';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import type { OpportunityFile } from './queries';

/** What happened with a deal besides its activities, told from the records themselves: quotes, registrations, criteria met, moves along the sales path, messages. */
export function useOpportunityEvents({ opportunity, quotes }: OpportunityFile): readonly TimelineEvent[] {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const formats = useFormats();
  const nameOf = useNames('person');
  const path = useSalesPath();
  const { id } = opportunity;
  const requests = useRecords('registrationRequest');
  const messages = useRecordsAbout('message', { type: 'opportunity', id });
  return useMemo(() => {
    const language = contentLanguage(i18n.language);
    const link = (to: string, text: string) => createElement(Link, { to }, text);
    const criteria = new Map(
      (path?.stages ?? []).flatMap(({ exit }) => exit.map((criterion) => [criterion.id, criterion.text])),
    );
    const when = (at: string) => formats.instant(at);
    return [
      {
        key: 'created',
        at: opportunity.createdAt,
        icon: IconTargetArrow,
        tone: 'neutral',
        title: t('event.created'),
        when: when(opportunity.createdAt),
      },
      ...quotes.map((quote): TimelineEvent => ({
        key: quote.id,
        at: quote.createdAt,
        icon: IconFileDollar,
        tone: 'neutral',
        title: link(`/quotes/${quote.id}`, t('event.quote', { number: quote.number })),
        when: when(quote.createdAt),
      })),
      ...(requests ?? [])
        .filter((request) => request.opportunityId === id)
        .flatMap((request): TimelineEvent[] => {
          const to = `/registrations/${request.id}`;
          const asked: TimelineEvent = {
            key: request.id,
            at: request.capturedAt,
            icon: IconShieldCheck,
            tone: 'neutral',
            title: link(to, t('event.registered')),
            when: when(request.capturedAt),
          };
          const { decision } = request;
          if (!decision) return [asked];
          const granted = decision.refusal === null;
          return [
            asked,
            {
              key: `${request.id}:decided`,
              at: decision.at,
              icon: IconShieldCheck,
              tone: granted ? 'good' : 'bad',
              title: link(to, granted ? t('event.granted') : t('event.refused')),
              when: when(decision.at),
              ...(decision.comment === '' ? {} : { text: decision.comment }),
            },
          ];
        }),
      ...Object.entries(opportunity.met ?? {}).map(([criterion, { by, at }]): TimelineEvent => {
        const text = criteria.get(criterion);
        return {
          key: `met:${criterion}`,
          at,
          icon: IconSquareCheck,
          tone: 'good',
          title: t('event.met', { text: text ? textIn(text, language) : criterion }),
          when: [nameOf(by), when(at)].filter(Boolean).join(', '),
        };
      }),
      ...(opportunity.stageMoves ?? []).map(({ to, by, at }, place): TimelineEvent => ({
        key: `stage:${at}:${place}`,
        at,
        icon: IconArrowRight,
        tone: to === 'won' ? 'good' : to === 'lost' ? 'bad' : 'neutral',
        title: t('event.stage', { stage: t(`records:stage.${to}`) }),
        when: [nameOf(by), when(at)].filter(Boolean).join(', '),
      })),
      ...(messages ?? []).map((message): TimelineEvent => ({
        key: message.id,
        at: message.receivedAt ?? message.capturedAt,
        icon: IconMessage,
        tone: message.side === 'vendor' ? 'info' : 'neutral',
        title: t('event.message', { name: message.authorName }),
        when: when(message.receivedAt ?? message.capturedAt),
        ...(message.text === '' ? {} : { text: message.text }),
      })),
    ];
  }, [t, i18n.language, formats, nameOf, path, id, opportunity, quotes, requests, messages]);
}
