/** Pages of lists, their limits, cursors and Link headers. Knows no feature. */
package io.painchain.backend.paging;
