import {enhance} from "./enhance.ts";
import {startFilters} from "./filters.ts";

enhance(document);
startFilters();

export {enhance};
