/**
 * Drafts and provider records that were refused, kept with their errors so that they can be tried again. May touch
 * integrations.
 */
package io.painchain.backend.rejected;
