import { VendorServer } from './vendor-server';

/** For the whole run: the demo vendor's data once, to copy for every journey. Publishing its price books anew each time took minutes. */
export default async function prepareDemoFolder(): Promise<() => Promise<void>> {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  await vendor.stop();
  process.env['FIELDQUOTE_DEMO_FOLDER'] = vendor.folder;
  return () => vendor.remove();
}
