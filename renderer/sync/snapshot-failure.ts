import type { ManifestRefusal } from '#shared/protocol/signed-manifest';
import type { SnapshotKind } from '#shared/protocol/snapshot';

export interface SnapshotKey {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: number;
}

export const snapshotName = ({ kind, id, version }: SnapshotKey): string =>
  `${kind} ${id} ${String(version)}`;

/** SY-7: why a version of a catalog or book is not used. The one before it stays in use; everything else of the round is done. */
export type SnapshotFailure =
  | {
      readonly type: 'bad-signature';
      readonly snapshot: string;
      readonly why: Exclude<ManifestRefusal, 'not-a-manifest'>;
    }
  | { readonly type: 'bad-snapshot'; readonly snapshot: string; readonly why: BadSnapshot };

export type BadSnapshot =
  /** Not the shape of a manifest that this version of the app can read. */
  | 'not-a-manifest'
  /** A manifest, but of something else than was asked for. */
  | 'another-snapshot'
  /** It counts its rows otherwise than its chunks do. */
  | 'wrong-count'
  /** A chunk that the server says is not there. */
  | 'missing-chunk'
  /** A chunk whose bytes are not what its name says, also past every cache. */
  | 'wrong-hash'
  /** A chunk of another size or with another number of rows than the manifest says. */
  | 'wrong-size'
  /** A chunk that is not made of rows that this version of the app can read. */
  | 'not-rows';

export const badSnapshot = (key: SnapshotKey, why: BadSnapshot): SnapshotFailure => ({
  type: 'bad-snapshot',
  snapshot: snapshotName(key),
  why,
});

export const isSnapshotFailure = (failure: { readonly type: string }): failure is SnapshotFailure =>
  failure.type === 'bad-signature' || failure.type === 'bad-snapshot';
