import type { RouteObject } from 'react-router';
import { AttentionScreen } from './attention-screen';

export const routes: RouteObject[] = [{ path: 'attention', Component: AttentionScreen }];
