import type { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result';
import { apiErrorSchema } from '#shared/protocol/error';
import {
  priceBookVersionsSchema,
  priceChangesSchema,
  priceDraftListSchema,
  priceDraftSchema,
  priceListContentType,
  vendorPriceBookListSchema,
  type PriceChanges,
  type PriceDraft,
} from '#shared/protocol/vendor-price-book';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

export type DeskBook = z.infer<typeof vendorPriceBookListSchema>['priceBooks'][number];
export type BookVersion = z.infer<typeof priceBookVersionsSchema>['versions'][number];

const list = '/api/v1/vendor/price-books';
const one = (bookId: string): string => `${list}/${encodeURIComponent(bookId)}`;
const draft = (bookId: string, draftId: string): string =>
  `${one(bookId)}/drafts/${encodeURIComponent(draftId)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

export async function requestBooks(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly DeskBook[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorPriceBookListSchema, stopped(signal));
  return answer.ok ? ok(answer.value.priceBooks) : answer;
}

export interface BookFile {
  readonly book: DeskBook;
  readonly versions: readonly BookVersion[];
  /** Null: not for this person's eyes. */
  readonly drafts: readonly PriceDraft[] | null;
}

/** A book with its versions and, for an administrator, what waits to be published. */
export async function requestBook(
  fetch: Fetch,
  bookId: string,
  signal?: AbortSignal,
): Promise<Result<BookFile, DeskProblem>> {
  const [books, versions, drafts] = await Promise.all([
    requestBooks(fetch, signal),
    askFor(fetch, `${one(bookId)}/versions`, priceBookVersionsSchema, stopped(signal)),
    askFor(fetch, `${one(bookId)}/drafts`, priceDraftListSchema, stopped(signal)),
  ]);
  if (!books.ok) return books;
  if (!versions.ok) return versions;
  if (!drafts.ok && !(drafts.error.type === 'refused' && drafts.error.why === 'forbidden')) return drafts;
  const book = books.value.find((candidate) => candidate.bookId === bookId);
  if (!book) return err({ type: 'refused', why: 'not-found' });
  return ok({
    book,
    versions: versions.value.versions,
    drafts: drafts.ok ? drafts.value.drafts : null,
  });
}

/** Why a file was not taken, as the server calls it; or why nobody knows. */
export type ImportProblem = { readonly type: 'file'; readonly why: string } | DeskProblem;

/** Sends the bytes as they are: the server finds out how they are written. */
export async function sendPriceList(
  fetch: Fetch,
  bookId: string,
  { file, note }: { readonly file: File; readonly note: string },
): Promise<Result<PriceDraft, ImportProblem>> {
  const query = new URLSearchParams({ fileName: file.name.slice(0, 200), note });
  const init = { method: 'POST', headers: { 'content-type': priceListContentType }, body: file };
  let refusal: string | undefined;
  const answer = await askFor(
    async (path, how) => {
      const response = await fetch(path, how);
      if (response.status === 400) {
        const error = apiErrorSchema.safeParse(await response.clone().json());
        refusal = error.data?.error.issues?.find(({ path: where }) => where === 'file')?.message;
      }
      return response;
    },
    `${one(bookId)}/drafts?${query.toString()}`,
    priceDraftSchema,
    init,
  );
  return !answer.ok && refusal !== undefined ? err({ type: 'file', why: refusal }) : answer;
}

export const requestChanges = (
  fetch: Fetch,
  bookId: string,
  draftId: string,
  signal?: AbortSignal,
): Promise<Result<PriceChanges, DeskProblem>> =>
  askFor(fetch, `${draft(bookId, draftId)}/changes`, priceChangesSchema, stopped(signal));

/** At an instant, or now. */
export const sendPublish = (
  fetch: Fetch,
  bookId: string,
  draftId: string,
  at: string | null,
): Promise<Result<PriceDraft, DeskProblem>> =>
  askFor(fetch, `${draft(bookId, draftId)}/publish`, priceDraftSchema, post({ at }));

export const sendCancel = (
  fetch: Fetch,
  bookId: string,
  draftId: string,
): Promise<Result<PriceDraft, DeskProblem>> =>
  askFor(fetch, `${draft(bookId, draftId)}/cancel`, priceDraftSchema, post({}));
