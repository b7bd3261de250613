/** What a connector tells the backend of itself: name, form, event types. */
package io.painchain.connector.metadata;
