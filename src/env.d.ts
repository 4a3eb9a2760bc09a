/** True in the preview, false in every build (src/integrations/preview-flag.ts). */
declare const __PREVIEW__: boolean;
/** Ids of the articles whose pages this build takes from the last one (src/integrations/kept-pages.ts). */
declare const __KEPT_ARTICLES__: string[];
