import { Anchor, Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { assertNever } from '#shared/lib/assert-never';
import type { MissingGlyphs, ProposalError } from '#shared/proposal/proposal';
import type { SaveError } from '../../platform/platform';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './problems.module.css';

interface ProblemProps {
  readonly error: ProposalError;
  readonly quoteId: string;
  readonly onRetry: () => void;
}

/** Enough to see what is wrong; a text in a script no font has would fill the screen. */
const shownTexts = 8;
const shownCharacters = 10;

/** Why there is no PDF, what is safe, and where to put it right. */
export function ProposalProblem({ error, quoteId, onRetry }: ProblemProps) {
  const { t } = useTranslation('proposals');
  const quote = `/quotes/${quoteId}`;
  switch (error.type) {
    case 'missing-glyphs':
      return (
        <ErrorNotice
          title={t('problem.glyphs.title')}
          what={t('problem.glyphs.what')}
          safe={t('problem.glyphs.safe')}
          todo={
            <>
              {error.texts.slice(0, shownTexts).map((text) => (
                <UndrawableText key={`${text.place} ${text.itemId ?? ''}`} text={text} quote={quote} />
              ))}
              {error.texts.length > shownTexts &&
                t('problem.glyphs.more', { count: error.texts.length - shownTexts })}
            </>
          }
        />
      );
    case 'unpriced-lines':
      return (
        <ErrorNotice
          title={t('problem.unpriced.title')}
          what={t('problem.unpriced.what', { count: error.skus.length, skus: shortList(error.skus) })}
          todo={
            <Anchor component={Link} to={quote}>
              {t('problem.unpriced.todo')}
            </Anchor>
          }
        />
      );
    case 'fonts-unavailable':
      return (
        <ErrorNotice
          title={t('problem.fonts.title')}
          what={t('problem.fonts.what')}
          safe={t('problem.safe')}
          todo={t('problem.fonts.todo')}
          onRetry={onRetry}
        />
      );
    case 'cancelled':
      return (
        <EmptyState
          icon={IconFileOff}
          title={t('problem.cancelled.title')}
          text={t('problem.cancelled.what')}
          action={<Button onClick={onRetry}>{t('problem.cancelled.todo')}</Button>}
        />
      );
    case 'failed':
      return (
        <ErrorNotice
          title={t('problem.failed.title')}
          what={t('problem.failed.what', { message: error.message })}
          safe={t('problem.safe')}
          onRetry={onRetry}
        />
      );
    default:
      return assertNever(error);
  }
}

function UndrawableText({ text, quote }: { readonly text: MissingGlyphs; readonly quote: string }) {
  const { t } = useTranslation('proposals');
  const place = t(`place.${text.place}`);
  const where = text.lineNumber === null ? place : t('place.inLine', { number: text.lineNumber, place });
  return (
    <span className={classes['text']}>
      <span className={classes['where']}>{where}</span>
      {text.characters.slice(0, shownCharacters).map((character) => (
        <UndrawableCharacter key={character} character={character} />
      ))}
      {text.characters.length > shownCharacters && '…'}
      <Anchor
        component={Link}
        to={text.itemId === null ? quote : `${quote}?item=${encodeURIComponent(text.itemId)}`}
      >
        {text.itemId === null ? t('openQuote') : t('openLine')}
      </Anchor>
    </span>
  );
}

/** With its code point: the screen may not have the character either. */
function UndrawableCharacter({ character }: { readonly character: string }) {
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return (
    <span className={classes['character']}>
      {character.startsWith('U+') ? character : `${character} ${codePoint}`}
    </span>
  );
}

/** Why the file was not saved. */
export function SaveProblem({ error, onRetry }: { readonly error: SaveError; readonly onRetry: () => void }) {
  const { t } = useTranslation('proposals');
  const todo = error.type === 'failed' ? t('save.failed.todo') : t(`save.${error.type}.todo`);
  return (
    <ErrorNotice
      title={t('save.title')}
      what={
        error.type === 'disk-full'
          ? t('save.disk-full.what')
          : error.type === 'not-permitted'
            ? t('save.not-permitted.what', { path: error.path })
            : t('save.failed.what', { message: error.message })
      }
      safe={t('save.safe')}
      todo={todo}
      onRetry={onRetry}
    />
  );
}

const shortList = (skus: readonly string[]): string =>
  skus.length > 12 ? `${skus.slice(0, 12).join(', ')}, …` : skus.join(', ');
