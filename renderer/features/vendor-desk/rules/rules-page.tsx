import { Button, SegmentedControl } from '@mantine/core';
import { IconHistory, IconPlus, IconTestPipe, IconUpload } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { ruleSetKinds, type RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { useClient } from '../../../client/client-context';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { ListCount } from '../../../ui/list-count';
import { Page } from '../../../ui/page';
import { DeskNotice, DeskRecord } from '../desk-record';
import { usePolled, type Polled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { BenchSection } from './bench-section';
import { HistorySection } from './history-section';
import { PublishDialog } from './publish-dialog';
import { RegionsSection } from './regions-section';
import { unfinished } from './rule-draft';
import { RuleList } from './rule-list';
import { requestRuleSet } from './rules-api';
import classes from './rules.module.css';
import { useRuleDraft } from './use-rule-draft';
import { useRuleProblems } from './use-rule-problems';

/** `/vendor-desk/rules/:kind`: the vendor's rules as data: what decides, in which order, and what it would have decided. */
export function RulesPage() {
  const { kind: asked } = useParams();
  const kind = ruleSetKinds.find((each) => each === asked);
  if (!kind) return <Navigate to={`/vendor-desk/rules/${ruleSetKinds[0]}`} replace />;
  return (
    <VendorPeopleOnly>
      <Rules key={kind} kind={kind} />
    </VendorPeopleOnly>
  );
}

function Rules({ kind }: { readonly kind: RuleSetKind }) {
  const { t } = useTranslation('vendor-rules');
  const read = useCallback(
    (signal?: AbortSignal) => requestRuleSet((path, init) => fetch(path, init), kind, signal),
    [kind],
  );
  const polled = usePolled(read);
  return (
    <DeskRecord title={t('title')} polled={polled}>
      {(ruleSet) => <Editor kind={kind} ruleSet={ruleSet} polled={polled} />}
    </DeskRecord>
  );
}

interface EditorProps {
  readonly kind: RuleSetKind;
  readonly ruleSet: RuleSet;
  readonly polled: Polled<RuleSet>;
}

function Editor({ kind, ruleSet, polled }: EditorProps) {
  const { t } = useTranslation('vendor-rules');
  const formats = useFormats();
  const navigate = useNavigate();
  const { role } = useClient().session;
  const draft = useRuleDraft(kind, ruleSet);
  const { content, isChanged } = draft;
  const open = unfinished(content);
  const problems = useRuleProblems(content, open.size === 0);
  const [shown, setShown] = useState<'bench' | 'history' | null>(null);
  const [publishing, setPublishing] = useState(false);
  const active = ruleSet.versions.find(({ version }) => version === ruleSet.active);
  const newest = ruleSet.versions[0]?.version ?? 0;
  const toggle = (which: 'bench' | 'history') => setShown((before) => (before === which ? null : which));
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconHistory size={15} aria-hidden />}
            aria-expanded={shown === 'history'}
            onClick={() => toggle('history')}
          >
            {t('history.title')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTestPipe size={15} aria-hidden />}
            aria-expanded={shown === 'bench'}
            onClick={() => toggle('bench')}
          >
            {t('bench.title')}
          </Button>
          {role === 'admin' && (
            <Button
              leftSection={<IconUpload size={15} aria-hidden />}
              disabled={!isChanged || open.size > 0}
              onClick={() => setPublishing(true)}
            >
              {t('publish.action')}
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('kind')}
            value={kind}
            data={ruleSetKinds.map((value) => ({ value, label: t(`kindOf.${value}`) }))}
            onChange={(next) => void navigate(`/vendor-desk/rules/${next}`)}
          />
          {isChanged && (
            <Button variant="subtle" size="xs" onClick={draft.startOver}>
              {t('startOver')}
            </Button>
          )}
          <ListCount>
            {isChanged ? t('draftOf', { version: draft.basedOn }) : ''}
            {isChanged && ' \u00b7 '}
            {ruleSet.active === 0
              ? t('noneActive')
              : t('activeVersion', {
                  version: ruleSet.active,
                  when: active ? formats.instant(active.activeFrom) : '',
                })}
          </ListCount>
        </>
      }
    >
      <DeskNotice polled={polled} />
      {isChanged && newest > draft.basedOn && (
        <div className={classes['notice']}>
          <ErrorNotice
            title={t('overtaken.title', { version: newest })}
            what={t('overtaken.what', { based: draft.basedOn })}
            safe={t('overtaken.safe')}
            todo={t('overtaken.todo')}
          />
        </div>
      )}
      {role !== 'admin' && <p className={classes['hint']}>{t('adminOnly')}</p>}
      {shown === 'history' && (
        <HistorySection
          ruleSet={ruleSet}
          draft={isChanged ? content : null}
          onRestore={(version) => {
            draft.put(version.content);
            setShown(null);
          }}
        />
      )}
      {shown === 'bench' && <BenchSection content={content} ready={open.size === 0} />}
      <div className={classes['editor']}>
        <RuleList
          content={content}
          known={ruleSet.known}
          problems={problems}
          unfinished={open}
          onChange={draft.put}
        />
        <Button
          className={classes['add'] ?? ''}
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={draft.add}
        >
          {t('add')}
        </Button>
        {content.kind === 'lead-routing' && <RegionsSection content={content} onChange={draft.put} />}
      </div>
      {publishing && (
        <PublishDialog
          content={content}
          basedOn={newest}
          problems={problems ?? []}
          onClose={() => setPublishing(false)}
          onPublished={async () => {
            draft.startOver();
            await polled.refresh();
          }}
        />
      )}
    </Page>
  );
}
