/**
 * Limits of the contract, the annotations that hold them, and one thing wrong with a request.
 */
package io.painchain.model.validation;
