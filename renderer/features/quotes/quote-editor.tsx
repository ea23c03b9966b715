import { useMediaQuery } from '@mantine/hooks';
import { memo, useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { ConfigurationIssues } from '../../records/configuration/configuration-issues';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { EditorToolsContext, type EditorTools } from './editing/editor-tools';
import { useAddFromAddress } from './editing/use-add-from-address';
import { useLineActions } from './editing/use-line-actions';
import { useQuoteCommands } from './editing/use-quote-commands';
import { useRowClipboard } from './editing/use-row-clipboard';
import { EmptyLines } from './grid/empty-lines';
import { LineToolbar } from './grid/line-toolbar';
import { QuoteGrid, type QuoteGridHandle } from './grid/quote-grid';
import { useItemFromAddress } from './grid/use-item-from-address';
import { useSetCell } from './grid/use-set-cell';
import { HeaderFields } from './header/header-fields';
import { QuoteActions } from './header/quote-actions';
import { QuoteNotices } from './header/quote-notices';
import { QuoteTitle } from './header/quote-title';
import { useCloneQuote } from './list/use-clone-quote';
import { PasteOrder } from './paste/paste-order';
import { SidePanel, type PanelTab } from './panel/side-panel';
import { UnhurriedQuote, useOpenQuote } from './editing/open-quote';
import { UnsavedGuard } from './editing/unsaved-guard';
import classes from './quote-editor.module.css';

const Header = memo(HeaderFields);
const Panel = memo(SidePanel);

/** The open quote: header, lines, and beside them why a price is what it is. */
export function QuoteEditor() {
  const { quote } = useOpenQuote();
  const actions = useLineActions();
  const grid = useRef<QuoteGridHandle>(null);
  const addBox = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const announce = useCallback((text: string) => setSaid(text), []);
  const setCell = useSetCell(announce);
  const { pasteRows } = useRowClipboard(actions, setCell, announce);
  const roomy = useMediaQuery('(min-width: 1600px)', true, { getInitialValueInEffect: false });
  const [panelChosen, setPanelChosen] = useRemembered<boolean | null>('quote-panel', null);
  const [tab, setTab] = useRemembered<PanelTab>('quote-panel-tab', 'line');
  const panelOpen = panelChosen ?? roomy;
  const togglePanel = useCallback(() => setPanelChosen(!panelOpen), [panelOpen, setPanelChosen]);
  const cloneQuote = useCloneQuote();
  const clone = useCallback(() => void cloneQuote(quote), [cloneQuote, quote]);

  const tools = useMemo<EditorTools>(
    () => ({
      actions,
      addBox,
      announce,
      pasteRows,
      setCell,
      // The box is always on screen: scrolling to it would only move the lines away.
      focusAddBox: () => addBox.current?.focus({ preventScroll: true }),
      focusGrid: () => grid.current?.focus(),
      // A new row is drawn first; then its cell can be opened.
      editCell: (itemId, column) =>
        requestAnimationFrame(() => requestAnimationFrame(() => grid.current?.focus(itemId, column, true))),
      showLine: () => {
        setTab('line');
        setPanelChosen(true);
      },
    }),
    [actions, announce, pasteRows, setCell, setPanelChosen, setTab],
  );
  useQuoteCommands(tools, { togglePanel, clone });
  useAddFromAddress(actions);
  useItemFromAddress(grid);

  return (
    <EditorToolsContext value={tools}>
      <Page
        title={<QuoteTitle />}
        actions={<QuoteActions onClone={clone} panelOpen={panelOpen} onTogglePanel={togglePanel} />}
        toolbar={
          <UnhurriedQuote>
            <Header />
          </UnhurriedQuote>
        }
        aside={
          panelOpen && (
            <UnhurriedQuote>
              <Panel tab={tab} onTab={setTab} />
            </UnhurriedQuote>
          )
        }
      >
        <div className={classes['editor']}>
          <QuoteNotices />
          <PasteOrder />
          <UnsavedGuard />
          <UnhurriedQuote>
            <Issues grid={grid} />
          </UnhurriedQuote>
          <LineToolbar />
          <QuoteGrid ref={grid} />
          {quote.items.length === 0 && <EmptyLines />}
          <output className={classes['said']} aria-live="polite">
            {said}
          </output>
        </div>
      </Page>
    </EditorToolsContext>
  );
}

/** CAT-4: what does not fit together; a fix is one step of the editor's own undo. */
function Issues({ grid }: { readonly grid: RefObject<QuoteGridHandle | null> }) {
  const { quote, editor, editable } = useOpenQuote();
  return (
    <ConfigurationIssues
      quote={quote}
      editable={editable}
      onFix={(changes) => editor.perform(...changes)}
      onShow={(lineId) => grid.current?.focus(lineId, 'description')}
    />
  );
}
