import {enhance} from "./enhance.ts";
import {startFilters} from "./filters.ts";

const showView = startFilters({
  search: () => location.search,
  change: (search) => history.pushState(null, "", `${location.pathname}${search}`)
});
window.addEventListener("popstate", showView);
enhance(document);

export {enhance};
