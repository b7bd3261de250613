/**
 * Follows one type of objects: list, watch from where it stands, list again where the server forgot. Knows no kind of change.
 */
package io.painchain.kubernetes.reflector;
