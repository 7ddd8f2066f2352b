/** Loaded before the Framework and before the pages are written: nothing they do may reach the network. */
globalThis.fetch = async (target) => {
  throw new Error(
    `the dashboard is built without a network, but ${target instanceof Request ? target.url : target} was asked for`
  );
};
