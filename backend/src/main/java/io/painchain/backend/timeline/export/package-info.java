/** Timelines as files, CSV or JSON lines, page by page. Reads through the timeline. */
package io.painchain.backend.timeline.export;
