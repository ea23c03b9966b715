import type { RouteObject } from 'react-router';
import { CatalogScreen } from './catalog-screen';
import { ProductScreen } from './product-screen';

export const routes: RouteObject[] = [
  { path: 'catalog', Component: CatalogScreen },
  { path: 'catalog/:bookId/:sku', Component: ProductScreen },
];
