import {enhance} from "./enhance.ts";

enhance(document);

export {enhance};
