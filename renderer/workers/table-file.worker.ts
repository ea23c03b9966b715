import { expose, transfer } from 'comlink';
import { TableDesk, type ReportRequest } from './table-desk';

const desk = new TableDesk();

/** Files to import are read and planned beside the main thread. */
expose({
  open: desk.open.bind(desk),
  formats: desk.formats.bind(desk),
  know: desk.know.bind(desk),
  plan: desk.plan.bind(desk),
  report: async (request: ReportRequest) => {
    const file = await desk.report(request);
    return transfer(file, [file.bytes.buffer]);
  },
});
