/**
 * Whose the names on events are: by the account that bore the login then, else by hand. Asked for when events are shown;
 * nothing is
 * stored with an event.
 */
package io.painchain.backend.person.author;
