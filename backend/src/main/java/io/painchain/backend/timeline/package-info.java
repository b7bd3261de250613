/** Pages of the timeline, newest first, by cursor. Only reads; nothing outside the timeline depends on it. */
package io.painchain.backend.timeline;
