// Runs before every page. Whatever could keep, send or tell is replaced by itself with a witness: each
// use is named in `window.traps`, in the order of use.
const used = [];
Object.defineProperty(window, 'traps', { value: used });

function watch(owner, name, label) {
  const own = owner && Object.getOwnPropertyDescriptor(owner, name);
  if (!own) return; // this browser does not have it
  const witness = (original) => original && function (...values) {
    used.push(label);
    return new.target ? Reflect.construct(original, values) : Reflect.apply(original, this, values);
  };
  Object.defineProperty(owner, name, 'value' in own
    ? { ...own, value: witness(own.value) }
    : { ...own, get: witness(own.get), set: witness(own.set) });
}

const watched = {
  window: [window, [
    'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'name', 'open', 'fetch',
    'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource',
    'RTCPeerConnection', 'Worker', 'SharedWorker', 'BroadcastChannel', 'Notification',
    'showSaveFilePicker', 'showOpenFilePicker', 'requestFileSystem', 'webkitRequestFileSystem',
  ]],
  Storage: [window.Storage?.prototype, ['getItem', 'setItem', 'removeItem', 'clear', 'key']],
  IDBFactory: [window.IDBFactory?.prototype, ['open', 'deleteDatabase', 'databases']],
  CacheStorage: [window.CacheStorage?.prototype, ['open', 'match', 'has', 'keys', 'delete']],
  CookieStore: [window.CookieStore?.prototype, ['get', 'getAll', 'set', 'delete']],
  Document: [Document.prototype, ['cookie', 'requestStorageAccess', 'domain']],
  History: [History.prototype, ['pushState', 'replaceState', 'state']],
  Navigator: [Navigator.prototype, [
    'serviceWorker', 'sendBeacon', 'storage', 'share', 'clipboard', 'credentials', 'geolocation',
    'mediaDevices', 'language', 'languages', 'userAgent', 'platform', 'plugins', 'connection',
  ]],
  StorageManager: [window.StorageManager?.prototype, ['getDirectory', 'persist', 'estimate']],
  HTMLFormElement: [HTMLFormElement.prototype, ['submit', 'requestSubmit']],
};
for (const [label, [owner, names]] of Object.entries(watched)) {
  for (const name of names) watch(owner, name, `${label}.${name}`);
}
window.print = () => {};
