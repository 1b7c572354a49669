using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Xml;

/// <summary>An element that a file was cut into, or the opening tag of one that holds others (<see cref="IsOpening"/>).</summary>
internal readonly record struct XmlPiece(string Name, bool IsOpening, TextPiece Text);
