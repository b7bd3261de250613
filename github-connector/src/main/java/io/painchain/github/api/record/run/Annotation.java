package io.painchain.github.api.record.run;

/** What a check run says about a line, or about itself. */
public record Annotation(String path, Integer startLine, String annotationLevel, String title, String message) {

    public boolean isFailure() {
        return "failure".equals(annotationLevel);
    }
}
