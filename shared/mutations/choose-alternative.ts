import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { draftQuote, writeQuote } from './draft-quote';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, itemId: idSchema });

/** QUO-1: of alternative lines exactly one counts; choosing one lets go of the one before. */
export const chooseAlternative = defineMutation<'chooseAlternative', z.infer<typeof args>>({
  name: 'chooseAlternative',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, itemId }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const chosen = quote.value.items.find((item) => item.id === itemId);
    const group = chosen?.kind === 'line' ? chosen.alternative?.group : undefined;
    if (group === undefined) return refuse({ type: 'item-not-found', itemId });
    const items = quote.value.items.map((item) =>
      item.kind === 'line' && item.alternative?.group === group
        ? { ...item, alternative: { group, chosen: item.id === itemId } }
        : item,
    );
    return writeQuote({ ...quote.value, items, updatedAt: capturedAt });
  },
});
