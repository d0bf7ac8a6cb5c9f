/** What WordPress puts into the page of its editor. It comes without types. */
declare const wp: any;
