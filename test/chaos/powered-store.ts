import type { Power } from './power';

/**
 * An IDBFactory over `disk` for one process: each write is a step of its power, and a step that fails gives up its whole transaction, as a
 * killed process or a full disk does. Works on the objects themselves, so that opening and upgrading are met too.
 */
export function poweredStore(disk: IDBFactory, power: Power): IDBFactory {
  return {
    open: (name, version) => {
      const request = version === undefined ? disk.open(name) : disk.open(name, version);
      request.addEventListener('upgradeneeded', () => {
        if (request.transaction) tapTransaction(request.transaction, power);
      });
      request.addEventListener('success', () => tapDatabase(request.result, power));
      return request;
    },
    deleteDatabase: (name) => disk.deleteDatabase(name),
    databases: () => disk.databases(),
    cmp: (first, second) => disk.cmp(first, second),
  };
}

function tapDatabase(database: IDBDatabase, power: Power): void {
  const begin = database.transaction.bind(database);
  database.transaction = (...asked: Parameters<IDBDatabase['transaction']>) => {
    const transaction = begin(...asked);
    if (transaction.mode !== 'readonly') tapTransaction(transaction, power);
    return transaction;
  };
}

function tapTransaction(transaction: IDBTransaction, power: Power): void {
  const tapped = new WeakSet<IDBObjectStore>();
  const find = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    const store = find(name);
    if (!tapped.has(store)) {
      tapped.add(store);
      tapStore(store, transaction, power);
    }
    return store;
  };
}

function tapStore(store: IDBObjectStore, transaction: IDBTransaction, power: Power): void {
  const [put, add] = [store.put.bind(store), store.add.bind(store)];
  const [remove, clear] = [store.delete.bind(store), store.clear.bind(store)];
  const step = (): void => {
    try {
      power.write();
    } catch (thrown) {
      transaction.abort();
      throw thrown;
    }
  };
  const told = (value: unknown): void => {
    step();
    power.onWrite(store.name, value);
  };
  store.put = (value: unknown, key?: IDBValidKey) => {
    told(value);
    return key === undefined ? put(value) : put(value, key);
  };
  store.add = (value: unknown, key?: IDBValidKey) => {
    told(value);
    return key === undefined ? add(value) : add(value, key);
  };
  store.delete = (key) => {
    step();
    return remove(key);
  };
  store.clear = () => {
    step();
    return clear();
  };
}
