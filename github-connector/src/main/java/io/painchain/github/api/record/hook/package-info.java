/** What only webhooks say; the records in their payloads are those of the API. */
package io.painchain.github.api.record.hook;
