/**
 * What the generated OpenAPI document says beyond the annotations. Knows no feature.
 */
package io.painchain.backend.openapi;
