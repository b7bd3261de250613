/**
 * The webhook connector: takes what senders push that have no list to poll, maps it to drafts and posts these to the backend.
 * One process for several connector types; each is a mapper and its metadata.
 */
package io.painchain.sender;
