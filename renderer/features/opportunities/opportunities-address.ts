import { forecastSchema, stageSchema } from '#shared/domain/deal/opportunity';
import type { Sort } from '../../ui/data-table';
import { closings, firstOpportunityFilter, type OpportunityFilter } from './opportunity-filter';

export type OpportunitiesView = 'board' | 'list';

/** How the opportunities are looked at: all of it stands in the address and can be copied or saved under a name. */
export interface OpportunitiesLook {
  readonly view: OpportunitiesView;
  readonly filter: OpportunityFilter;
  readonly sort: Sort | null;
}

export const firstLook: OpportunitiesLook = {
  view: 'board',
  filter: firstOpportunityFilter,
  sort: { key: 'closeOn', direction: 'up' },
};

const decimalText = /^\d{1,18}(\.\d{1,6})?$/;

/** The look as an address's query; what is not narrowed is not in it. */
export function queryOf({ view, filter, sort }: OpportunitiesLook): string {
  const query = new URLSearchParams({ view });
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== '') query.set(name, value);
  };
  put('q', filter.text);
  put('stage', filter.stage);
  put('owner', filter.ownerId);
  put('forecast', filter.forecast);
  put('closing', filter.closing);
  put('from', filter.amountFrom);
  put('to', filter.amountTo);
  put('sort', sort && `${sort.direction === 'down' ? '-' : ''}${sort.key}`);
  return query.toString();
}

/** What a query asks for. What cannot be read in it narrows nothing; null: it says nothing about the look. */
export function lookOf(query: URLSearchParams): OpportunitiesLook | null {
  const view = query.get('view');
  if (view !== 'board' && view !== 'list') return null;
  const stage = query.get('stage');
  const amount = (name: string) => {
    const text = query.get(name);
    return text !== null && decimalText.test(text) ? text : null;
  };
  const sort = query.get('sort');
  return {
    view,
    filter: {
      text: query.get('q') ?? '',
      stage: stage === 'open' ? 'open' : (stageSchema.safeParse(stage).data ?? null),
      ownerId: query.get('owner'),
      forecast: forecastSchema.safeParse(query.get('forecast')).data ?? null,
      closing: closings.find((closing) => closing === query.get('closing')) ?? null,
      amountFrom: amount('from'),
      amountTo: amount('to'),
    },
    sort:
      sort === null ? null : { key: sort.replace(/^-/, ''), direction: sort.startsWith('-') ? 'down' : 'up' },
  };
}
