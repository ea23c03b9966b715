import { useTranslation } from 'react-i18next';
import { mutations, type MutationName } from '#shared/mutations/registry';
import { useRecords } from '../client/hooks';
import { nameOfRecord, workSubject } from './work-subject';

interface Work {
  readonly name: string;
  readonly args: unknown;
  readonly touches: readonly string[];
}

/** A piece of work in words: "Quote lines added: Q-7K2M-0042". */
export function useWorkText(): (work: Work) => string {
  const { t } = useTranslation('sync');
  const records = {
    account: useRecords('account'),
    contact: useRecords('contact'),
    opportunity: useRecords('opportunity'),
    quote: useRecords('quote'),
    order: useRecords('order'),
    specialBid: useRecords('specialBid'),
    lead: useRecords('lead'),
  };
  return (work) => {
    const subject = workSubject(work, (type, id) => {
      const found = type in records && records[type as keyof typeof records]?.find((each) => each.id === id);
      return found ? nameOfRecord(type, found) : undefined;
    });
    const what = Object.hasOwn(mutations, work.name)
      ? t(`work.${work.name as MutationName}`)
      : t('work.unknown');
    return subject === '' ? what : t('work.withSubject', { what, subject });
  };
}
