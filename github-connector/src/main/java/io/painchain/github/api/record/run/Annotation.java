package io.painchain.github.api.record.run;

public record Annotation(String path, Integer startLine, String annotationLevel, String title, String message) {

    public boolean isFailure() {
        return "failure".equals(annotationLevel);
    }
}
