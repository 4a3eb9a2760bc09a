/** Id of an article as in `articles.json`: `<locale>/<kind>/<slug>`. */
export const articleIdPattern = /^[a-z-]+\/(faq|guides)\/[a-z0-9-]+$/;
