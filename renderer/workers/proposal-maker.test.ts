import { expect, test } from 'vitest';
import { aProposal } from '#shared/proposal/proposal.test-kit';
import { createProposalMaker } from './proposal-maker';

const emptyPdf = {
  createPdf: () => ({ getBuffer: () => Promise.resolve(new Uint8Array([37, 80, 68, 70])) }),
};

test('fonts that cannot be read are an error of their own, and are tried again with the next PDF', async () => {
  let online = false;
  const asked: string[] = [];
  const maker = createProposalMaker(
    (file) => {
      asked.push(file);
      return online ? Promise.resolve(new Uint8Array([0, 1, 0, 0])) : Promise.reject(new Error('offline'));
    },
    () => emptyPdf,
  );
  expect(await maker.makePdf(aProposal())).toEqual({ ok: false, error: { type: 'fonts-unavailable' } });
  online = true;
  expect((await maker.makePdf(aProposal())).ok).toBe(true);
  expect((await maker.makePdf(aProposal())).ok).toBe(true);
  expect(asked).toHaveLength(6);
});

test('a writer that fails is told in words', async () => {
  const maker = createProposalMaker(
    () => Promise.resolve(new Uint8Array()),
    () => ({ createPdf: () => ({ getBuffer: () => Promise.reject(new Error('no room')) }) }),
  );
  expect(await maker.makePdf(aProposal())).toEqual({
    ok: false,
    error: { type: 'failed', message: 'no room' },
  });
});
