/**
 * JSON and HTTP bodies as the contract demands them: strict reading that names every fault, limits, ETags, merge
 * patches. Knows no feature.
 */
package io.painchain.backend.wire;
