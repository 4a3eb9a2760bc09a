/** True in the preview, false in every build (src/integrations/preview-flag.ts). */
declare const __PREVIEW__: boolean;
