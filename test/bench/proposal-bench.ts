// Measures making a proposal's PDF (PRO-1) in Node, and prints it beside a floor: npx tsx test/bench/proposal-bench.ts
// The floor is the same writer with the same font drawing one bare table: as many rows and columns, ready texts, no cover, no
// totals, no sections, no check of characters. What is above 1 is what a proposal costs beyond any table in this writer.
import { performance } from 'node:perf_hooks';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { languages } from '../../shared/domain/catalog/localized';
import { buildProposal } from '../../shared/proposal/build-proposal';
import type { ProposalInput } from '../../shared/proposal/proposal';
import { aLongProposal } from '../../shared/proposal/proposal.test-kit';
import { proposalFonts } from '../../shared/proposal/text/split-runs';
import { createWriter, renderPdf } from '../proposals/pdf';

const writer = createWriter();
const runs = 5;

const columns = ['lines', 'language', 'building ms', 'PDF ms', 'bare table ms', 'times the floor', 'kB'];
console.log(columns.map((name) => name.padStart(15)).join(' '));
for (const language of languages) {
  for (const count of [10, 100, 500]) {
    const input = aLongProposal(count, language, ['A', 'B']);
    const [building = 0, whole = 0, floor = 0] = await medians([
      () => Promise.resolve(buildProposal(input)),
      () => renderPdf(input, writer),
      () => writer.createPdf(bareTable(input)).getBuffer(),
    ]);
    const size = (await renderPdf(input, writer)).length / 1_000;
    const figures = [
      building.toFixed(1),
      whole.toFixed(0),
      floor.toFixed(0),
      (whole / floor).toFixed(1),
      size.toFixed(0),
    ];
    console.log([String(count), language, ...figures].map((text) => text.padStart(15)).join(' '));
  }
}

function bareTable({ priced, language }: ProposalInput): TDocumentDefinitions {
  const rows = priced.lines.map((line, index) => {
    const amounts = line.status === 'priced' ? line.amounts : null;
    const unit = amounts?.sellUnit ?? '';
    return [String(index + 1), line.sku, '12', unit, unit, '7.5', unit, amounts?.sellLine ?? ''];
  });
  return {
    language,
    defaultStyle: { font: proposalFonts.latin, fontSize: 8.5 },
    content: [
      {
        table: {
          headerRows: 1,
          widths: rows[0]?.map(() => 50) ?? [],
          body: [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], ...rows],
        },
      },
    ],
  };
}

/** Milliseconds of each, after one round to warm up; in turns, so that a busy machine is busy for all of them. */
async function medians(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (run > 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0);
}
