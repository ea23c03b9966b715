import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { contentHash } from '#shared/domain/quote/content-hash';
import type { QuoteState } from '#shared/domain/quote/quote';
import { ApprovalBadge } from '../../../records/approval-badge';
import { QuoteStateBadge } from '../../../records/quote-state-badge';
import { stateShown } from '../../../records/state-shown';
import { useToday } from '../../../records/use-today';
import { useOpenQuote } from '../editing/open-quote';
import classes from './header.module.css';

/** Number, revision and state of the quote, and its title, edited where it stands. In customer view the title may name others: it is gone. */
export function QuoteTitle() {
  const { t } = useTranslation('quotes');
  const { quote, editor, editable, customerView } = useOpenQuote();
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const cancelled = useRef(false);

  const finish = () => {
    const title = typed?.trim() ?? quote.title;
    if (!cancelled.current && title !== quote.title)
      editor.perform({ name: 'editQuote', args: { id: quote.id, changes: { title } } });
    cancelled.current = false;
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    cancelled.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <span className={classes['titleRow']}>
      <span className={classes['number']}>
        {quote.number}
        {quote.revision > 1 && (
          <span className={classes['revision']}> {t('revision', { count: quote.revision })}</span>
        )}
      </span>
      <span className={classes['badge']} data-beside-name>
        <QuoteStateBadge state={stateShown(quote, today)} />
        {!customerView && <Approved />}
      </span>
      {!customerView &&
        (typed !== null ? (
          <input
            className={classes['titleInput']}
            aria-label={t('field.title')}
            value={typed}
            maxLength={200}
            ref={(element) => {
              if (element && element !== document.activeElement) element.select();
            }}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={finish}
            onKeyDown={onKeyDown}
          />
        ) : (
          <button
            type="button"
            className={classes['title']}
            data-empty={quote.title === '' || undefined}
            disabled={!editable}
            onClick={() => setTyped(quote.title)}
          >
            {quote.title || t('untitled')}
          </button>
        ))}
    </span>
  );
}

const outStates: ReadonlySet<QuoteState> = new Set(['approved', 'presented', 'accepted', 'ordered']);

/** PR-61: who let it out, and whether it still says what was approved. */
function Approved() {
  // Hashing a long quote takes its time: whenever there is some.
  const { input, priced, quote } = useDeferredValue(useOpenQuote());
  const { approval } = quote;
  const hash = useMemo(
    () => (approval && input && priced ? contentHash(input.quote, priced) : null),
    [approval, input, priced],
  );
  return approval && outStates.has(quote.state) ? (
    <ApprovalBadge approval={approval} contentHash={hash} />
  ) : null;
}
