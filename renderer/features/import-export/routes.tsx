import type { RouteObject } from 'react-router';
import { ImportPage } from './import-page';

export const routes: RouteObject[] = [{ path: 'import/:kind', Component: ImportPage }];
